package app.respite.domain.money;

import java.time.LocalDate;

/**
 * What a platform brought and paid in one currency on one day.
 *
 * @param platform as reports call it; empty for tasks without one
 * @param currency empty for time of which no currency is known
 */
public record AccountDay(String platform, String currency, LocalDate day, MoneySums sums) {}
