package dev.bobbin.appserver.config.edit;

/** A change that is refused; nothing has been written. */
public final class ConfigEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        /** Somebody else has changed the file since the client read it. */
        VERSION_CONFLICT("configVersionConflict"),
        /** The file would say something that cannot be understood. */
        VALIDATION("configValidationError"),
        /** The file is not the user's to write. */
        READ_ONLY("configLayerReadonly");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As clients know it. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    ConfigEditException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** A change to a file that is not the user's configuration. */
    public static ConfigEditException readOnly() {
        return new ConfigEditException(Reason.READ_ONLY, "Only writes to the user config are allowed");
    }

    static ConfigEditException invalid(String message) {
        return new ConfigEditException(Reason.VALIDATION, message);
    }

    static ConfigEditException noTable() {
        return invalid("cannot set value on non-table parent");
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }

    /** Always there. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
