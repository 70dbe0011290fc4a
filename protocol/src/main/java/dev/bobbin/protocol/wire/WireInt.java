package dev.bobbin.protocol.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The integer type that the peer uses where Java has no equal: it bounds the values and is named in error messages.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WireInt {
    /** One of {@code i32}, {@code u16}, {@code u32}, {@code u64}, {@code usize}. */
    String value();
}
