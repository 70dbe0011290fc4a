package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;

/** Announced as {@code model/verification}. */
public record ModelVerificationNotification(String threadId, String turnId, List<ModelVerification> verifications)
        implements ThreadScoped {}
