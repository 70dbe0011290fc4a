/** Measurements that take longer than a test may. Each is a program that prints what it saw; some draw it. */
@NullMarked
package dev.bobbin.tests.bench;

import org.jspecify.annotations.NullMarked;
