package dev.bobbin.protocol.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that may be absent but not null: it is then false, zero, an empty list, an empty map, or the enum constant
 * with the wire name given here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Defaulted {
    /** The text of the value of an absent component; empty for the type's own default. */
    String value() default "";
}
