package dev.bobbin.appserver.transport;

/**
 * One line of input without its line end.
 *
 * @param bytes the line; what it holds is not checked
 * @param cut whether the line was longer than the process takes and only its beginning is here
 */
@SuppressWarnings("ArrayRecordComponent") // a line is handed on once and never compared
public record InputLine(byte[] bytes, boolean cut) {}
