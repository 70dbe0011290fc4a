/** What a server does with damaged homes, hostile input and lost neighbours. Only the wire is spoken. */
@NullMarked
package dev.bobbin.tests.fault;

import org.jspecify.annotations.NullMarked;
