package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Pay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what an amount is made of: work on one task in one sprint on one day, or all of it
 * that day outside of sprints. The lines of a range add up to its amounts to the last decimal.
 *
 * @param day the logical day it counts for
 * @param platform empty where the task has none
 * @param sprint null for what was done outside of sprints
 * @param work active work
 * @param items that were handed in
 * @param accepted those of them that earn
 * @param undecided those of them that may
 * @param rate what the task paid then
 * @param earned by accepted items or by hours
 * @param pending by undecided items, should they be accepted
 */
public record PayLine(
    LocalDate day,
    UUID task,
    String platform,
    @Nullable UUID sprint,
    Duration work,
    int items,
    int accepted,
    int rejected,
    int undecided,
    Pay rate,
    Earnings earned,
    Earnings pending) {}
