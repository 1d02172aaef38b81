package app.respite.domain.review;

import app.respite.domain.money.PayFigures;

/**
 * One platform over the range: all its tasks together, unpaid training and qualification included,
 * so that the pay per hour is what the platform really pays.
 */
public record PlatformFigures(
    String platform, long workSeconds, int items, int rejected, PayFigures pay) {}
