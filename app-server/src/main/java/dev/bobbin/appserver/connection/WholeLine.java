package dev.bobbin.appserver.connection;

/**
 * An encoded message that is written as it is.
 *
 * @param bytes without a line end; not changed by anybody
 * @param isUnasked whether the client did not ask for it
 */
record WholeLine(byte[] bytes, boolean isUnasked) implements Outbox.Entry {
    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
