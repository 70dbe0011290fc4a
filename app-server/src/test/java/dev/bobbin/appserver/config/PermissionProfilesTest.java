package dev.bobbin.appserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.NetworkAccess;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionProfilesTest {
    @TempDir
    Path home;

    @Test
    void eachProfileHasAPolicyThatComesNearest() throws IOException {
        write("""
                [permissions.reads.filesystem]
                ":root" = "read"
                "/etc" = "deny"
                [permissions.works.filesystem]
                ":root" = "read"
                ":workspace_roots" = "write"
                "~/x" = "write"
                [permissions.places.filesystem]
                ":root" = "read"
                ":slash_tmp" = "write"
                ":tmpdir" = "write"
                "/var/tmp" = "write"
                [permissions.all.filesystem]
                ":root" = "write"
                [permissions.more]
                extends = "reads"
                [permissions.more.network]
                enabled = true
                """);
        assertThat(choose("reads").policy()).isEqualTo(new SandboxPolicy.ReadOnly(false));
        assertThat(choose("works").policy())
                .isEqualTo(new SandboxPolicy.WorkspaceWrite(List.of("/home/me/x"), false, true, true));
        assertThat(choose("places").policy())
                .isEqualTo(new SandboxPolicy.WorkspaceWrite(List.of("/var/tmp", "/tmp", "/t"), false, false, false));
        assertThat(choose("all").policy()).isEqualTo(new SandboxPolicy.ExternalSandbox(NetworkAccess.RESTRICTED));
        assertThat(choose("more").policy()).isEqualTo(new SandboxPolicy.ReadOnly(true));
        assertThat(choose("more").active()).isEqualTo(new ActivePermissionProfile("more", "reads"));
        assertThat(choose(":workspace").rules()).isNull();
    }

    @Test
    void aProfilesOwnRulesWinOverThoseItBuildsOn() throws IOException {
        write("""
                [permissions.base.filesystem]
                "/a" = "write"
                [permissions.mine]
                extends = "base"
                [permissions.mine.filesystem]
                "/a" = "read"
                """);
        assertThat(choose("mine").rules())
                .isEqualTo(new FileRules(
                        List.of(new FileSystemSandboxEntry(new FileSystemPath.Path("/a"), FileSystemAccessMode.READ)),
                        false));
    }

    @Test
    void whatIsNotKnownIsToldOrRefused() throws IOException {
        write("""
                [permissions.odd.filesystem]
                ":root" = "read"
                ":weird" = "write"
                [permissions.hosts.network]
                enabled = true
                allowed_domains = ["example.org"]
                [permissions.far.filesystem]
                "x" = "read"
                [permissions.loop]
                extends = "loop"
                [permissions.open]
                extends = ":danger-full-access"
                """);
        assertThat(choose("odd").warnings()).singleElement().asString().contains("`:weird`");
        assertThat(choose("hosts").policy()).isEqualTo(new SandboxPolicy.ReadOnly(false));
        assertThat(choose("hosts").warnings()).hasSize(1);
        assertRefused("far", "filesystem path `x` must be absolute, use `~/...`, or start with `:`");
        assertRefused("loop", "permissions profile inheritance cycle detected: loop -> loop");
        assertRefused(
                "open", "permissions profile `open` cannot extend unsupported built-in profile `:danger-full-access`");
        assertRefused("nope", "default_permissions refers to undefined profile `nope`");
        assertRefused(":nope", "default_permissions refers to unknown built-in profile `:nope`");
    }

    @Test
    void aWordThatIsNoAccessSpoilsTheConfiguration() throws IOException {
        write("[permissions.a.filesystem]\n\":root\" = \"weird\"\n");
        assertThatThrownBy(() -> load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("FilesystemPermissionToml");
    }

    private void assertRefused(String name, String problem) {
        assertThatThrownBy(() -> choose(name)).hasMessage("failed to load configuration: " + problem);
    }

    private PermissionChoice choose(String name) {
        return load().profiles().choose(name);
    }

    private Config load() {
        return new ConfigLoader(home, null, List.of(), Map.of("HOME", "/home/me", "TMPDIR", "/t")).load(null);
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("config.toml"), text);
    }
}
