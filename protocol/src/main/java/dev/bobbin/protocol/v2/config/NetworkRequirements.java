package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits that an administrator puts on the network. */
public record NetworkRequirements(
        @Nullable Boolean enabled,
        @WireInt("u16") @Nullable Integer httpPort,
        @WireInt("u16") @Nullable Integer socksPort,
        @Nullable Boolean allowUpstreamProxy,
        @Nullable Boolean dangerouslyAllowNonLoopbackProxy,
        @Nullable Boolean dangerouslyAllowAllUnixSockets,
        @Nullable Map<String, NetworkDomainPermission> domains,
        @Nullable Boolean managedAllowedDomainsOnly,
        @Nullable List<String> allowedDomains,
        @Nullable List<String> deniedDomains,
        @Nullable Map<String, NetworkUnixSocketPermission> unixSockets,
        @Nullable List<String> allowUnixSockets,
        @Nullable Boolean allowLocalBinding) {}
