package dev.bobbin.rollout.file;

/**
 * What a reader met.
 *
 * @param lines lines that are not blank, readable or not
 * @param items lines that count as items
 * @param broken lines skipped because they are no whole record, or too long
 * @param salvaged records found behind a fragment on the same line, as unrepaired crashes leave them
 * @param repaired lines with bytes that are not UTF-8, replaced by U+FFFD
 */
public record ReadReport(long lines, int items, long broken, long salvaged, long repaired) {}
