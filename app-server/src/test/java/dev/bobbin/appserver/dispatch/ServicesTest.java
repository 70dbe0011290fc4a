package dev.bobbin.appserver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.protocol.method.ClientMethods;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void everyRowOfTheTableHasItsServiceMethod() {
        var router = new RequestRouter(new Observers());
        for (var name : ClientMethods.names()) {
            var row = ClientMethods.named(name);
            assertThat(row).as(name).isNotNull();
            var methods = Arrays.stream(Services.interfaceOf(name).getMethods())
                    .filter(method -> method.getName().equals(router.getMethodName(name)))
                    .toList();
            assertThat(methods).as(name).hasSize(1);
            assertThat(methods.getFirst().getParameterTypes())
                    .as(name)
                    .isEqualTo(List.of(row.params()).toArray());
        }
    }
}
