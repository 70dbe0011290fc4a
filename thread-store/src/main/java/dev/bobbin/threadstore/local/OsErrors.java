package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Says what the operating system said, in the words and with the number that clients know. */
final class OsErrors {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("Operation not permitted", 1),
            Map.entry("No such file or directory", 2),
            Map.entry("Input/output error", 5),
            Map.entry("Permission denied", 13),
            Map.entry("File exists", 17),
            Map.entry("Not a directory", 20),
            Map.entry("Is a directory", 21),
            Map.entry("Too many open files", 24),
            Map.entry("File too large", 27),
            Map.entry("No space left on device", 28),
            Map.entry("Read-only file system", 30),
            Map.entry("File name too long", 36),
            Map.entry("Directory not empty", 39),
            Map.entry("Too many levels of symbolic links", 40),
            Map.entry("Disk quota exceeded", 122));

    private OsErrors() {}

    static String text(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> numbered("No such file or directory");
            case AccessDeniedException _ -> numbered("Permission denied");
            case FileAlreadyExistsException _ -> numbered("File exists");
            case NotDirectoryException _ -> numbered("Not a directory");
            case DirectoryNotEmptyException _ -> numbered("Directory not empty");
            case FileSystemException e when e.getReason() != null -> numbered(e.getReason());
            case IOException e -> plain(String.valueOf(e.getMessage()));
        };
    }

    /** Messages of java.io end in the system's words in brackets, or are just those. */
    private static String plain(String message) {
        var open = message.lastIndexOf('(');
        var inner = open >= 0 && message.endsWith(")") ? message.substring(open + 1, message.length() - 1) : message;
        return NUMBERS.containsKey(inner) ? numbered(inner) : message;
    }

    private static String numbered(String words) {
        var number = NUMBERS.get(words);
        return number == null ? words : words + " (os error " + number + ")";
    }
}
