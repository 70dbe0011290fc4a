/** What a client sees, told as stories: one class for each behaviour, speaking only the wire through the harness. */
@NullMarked
package dev.bobbin.tests.story;

import org.jspecify.annotations.NullMarked;
