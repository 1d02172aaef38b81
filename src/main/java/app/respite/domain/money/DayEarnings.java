package app.respite.domain.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What one task brought on one day in one currency. Amounts of two currencies are two of these; the
 * time stands with the currency of the task's rate, and with the other it is zero.
 *
 * @param day the logical day
 * @param platform empty where the task has none
 * @param currency of the amounts; empty where there is neither an amount nor a rate
 * @param earned for accepted items or hours of work
 * @param pending what the undecided items would earn
 * @param work active work
 * @param present work, breaks, natural rest and ready
 * @param unpaid whether the task pays nothing, as training and qualification do
 * @param decidedEarned the part of {@code earned} of which the time is known
 * @param decidedWork the work that {@code decidedEarned} is for: work on items that are undecided,
 *     or of which nothing was told, is not in it
 * @param decidedPresent the present time that {@code decidedEarned} is for
 */
public record DayEarnings(
    LocalDate day,
    UUID task,
    String platform,
    String currency,
    BigDecimal earned,
    BigDecimal pending,
    Duration work,
    Duration present,
    boolean unpaid,
    BigDecimal decidedEarned,
    Duration decidedWork,
    Duration decidedPresent) {}
