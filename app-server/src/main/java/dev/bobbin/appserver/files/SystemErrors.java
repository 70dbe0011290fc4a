package dev.bobbin.appserver.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * The operating system's words for what went wrong with a file, in the form that clients of the peer know: Linux texts
 * with their numbers.
 */
public final class SystemErrors {
    private SystemErrors() {}

    /**
     * The words for a failure.
     *
     * @param path the file that was asked for; looked at again where Java's exception does not say enough
     */
    public static String text(IOException failure, Path path) {
        return switch (failure) {
            case NoSuchFileException _ -> hasFileAsParent(path) ? notADirectory() : noSuchFile();
            case DirectoryNotEmptyException _ -> "Directory not empty (os error 39)";
            case FileAlreadyExistsException _ -> "File exists (os error 17)";
            case AccessDeniedException _ -> "Permission denied (os error 13)";
            case NotDirectoryException _ -> notADirectory();
            case FileSystemLoopException _ -> "Too many levels of symbolic links (os error 40)";
            case FileSystemException named -> named(named, path);
            default -> Files.isDirectory(path) ? isADirectory() : String.valueOf(failure.getMessage());
        };
    }

    private static String named(FileSystemException failure, Path path) {
        var reason = failure.getReason() == null ? String.valueOf(failure.getMessage()) : failure.getReason();
        return switch (reason) {
            case "Is a directory" -> isADirectory();
            case "Not a directory" -> notADirectory();
            case "No space left on device" -> "No space left on device (os error 28)";
            case "Too many levels of symbolic links" -> "Too many levels of symbolic links (os error 40)";
            case "File name too long" -> "File name too long (os error 36)";
            case "Read-only file system" -> "Read-only file system (os error 30)";
            default -> Files.isDirectory(path) && reason.contains("directory") ? isADirectory() : reason;
        };
    }

    private static boolean hasFileAsParent(Path path) {
        for (var parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)) {
                return !Files.isDirectory(parent);
            }
        }
        return false;
    }

    private static String noSuchFile() {
        return "No such file or directory (os error 2)";
    }

    private static String isADirectory() {
        return "Is a directory (os error 21)";
    }

    private static String notADirectory() {
        return "Not a directory (os error 20)";
    }
}
