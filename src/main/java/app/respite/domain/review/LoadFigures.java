package app.respite.domain.review;

import org.jspecify.annotations.Nullable;

/**
 * The seven days up to a day, and how they compare with one's own usual (docs/models.md). Load is
 * effort times active minutes, a diary unit and nothing more.
 *
 * @param week load of the seven days; null where effort is known for less than 70 % of their work
 * @param ratedShare the share of the work whose effort was rated; null without work
 * @param monotony mean daily load by its standard deviation; null where docs/models.md says so
 * @param strain week times monotony; null where either is
 * @param usualWeek mean load of the four complete weeks before; null with fewer than three, or none
 * @param daysOff days of the seven without work; null where the journal is younger
 * @param weekHours hours of work in the seven days
 * @param usualHours mean hours of the four complete weeks before; null with fewer than three
 */
public record LoadFigures(
    @Nullable Double week,
    @Nullable Double ratedShare,
    @Nullable Double monotony,
    @Nullable Double strain,
    @Nullable Double usualWeek,
    @Nullable Integer daysOff,
    double weekHours,
    @Nullable Double usualHours) {}
