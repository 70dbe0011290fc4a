package dev.bobbin.threadstore;

/** What a list is ordered by. Equal times are ordered by id. */
public enum SortKey {
    CREATED_AT,
    UPDATED_AT
}
