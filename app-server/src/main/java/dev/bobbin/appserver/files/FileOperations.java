package dev.bobbin.appserver.files;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Work on trees of files, where the JDK has no single call for it. Links are never followed out of the tree. */
public final class FileOperations {
    private static final CopyOption[] AS_IT_IS = {
        StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS
    };

    private FileOperations() {}

    /** Removes a file, or a folder with all that is in it. */
    public static void removeTree(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies one file over whatever file is at the target. */
    public static void copyFile(Path source, Path target) throws IOException {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Copies a folder with all that is in it into the target, which may exist. */
    public static void copyTree(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(source.relativize(file)), AS_IT_IS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether {@code target} is {@code folder} or lies in it, links resolved as far as they exist. */
    public static boolean isSameOrInside(Path target, Path folder) throws IOException {
        var real = folder.toRealPath();
        for (var existing = target; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing)) {
                return existing.toRealPath()
                        .resolve(existing.relativize(target))
                        .startsWith(real);
            }
        }
        return false;
    }

    /** Fails as reading a folder does where the path is something else. */
    public static void requireFolder(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
    }
}
