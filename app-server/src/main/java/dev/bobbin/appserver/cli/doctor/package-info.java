/**
 * {@code bobbin doctor}: looks at a home from outside, says what is wrong with it, and repairs it with a backup of
 * everything that it changes. Without {@code --fix} nothing is changed.
 *
 * <p>Must not: delete. What has to go is moved to the backup.
 */
@NullMarked
package dev.bobbin.appserver.cli.doctor;

import org.jspecify.annotations.NullMarked;
