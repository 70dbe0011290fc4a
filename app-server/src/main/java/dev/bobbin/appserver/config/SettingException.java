package dev.bobbin.appserver.config;

import java.util.List;

/** A value of the wrong kind, and where in the tree it stands. */
final class SettingException extends RuntimeException {
    private final List<String> path;
    private final String inFile;

    SettingException(List<String> path, String problem) {
        this(path, problem, problem);
    }

    /** @param inFile how the problem reads when the value comes from the file, where that differs */
    SettingException(List<String> path, String problem, String inFile) {
        super(problem);
        this.path = path;
        this.inFile = inFile;
    }

    List<String> path() {
        return path;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String inFile() {
        return inFile;
    }
}
