package dev.bobbin.appserver;

import dev.bobbin.appserver.id.RandomIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A random id that tells this home from others: the file {@code installation_id}, a UUID without a newline. */
final class InstallationId {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationId.class);

    private InstallationId() {}

    /** Makes the file if there is none. A home that cannot be written to goes without. */
    static void ensure(Path home) {
        var file = home.resolve("installation_id");
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(file, RandomIds.uuidV4(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another server was quicker");
        } catch (IOException e) {
            LOG.warn("{} could not be made: {}", file, e.getMessage());
        }
    }
}
