package dev.bobbin.appserver.id;

/** Where new ids come from; tests fix them. */
public interface IdSource {
    /** A time-ordered UUID (version 7) in lower case, later than all before it. */
    String uuidV7();
}
