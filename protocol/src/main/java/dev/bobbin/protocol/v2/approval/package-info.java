/** What commands may touch, who is asked before they touch more, and the questions and answers. */
@NullMarked
package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.NullMarked;
