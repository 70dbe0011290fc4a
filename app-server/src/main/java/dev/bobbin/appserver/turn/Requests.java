package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelTraits;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import java.util.Map;

/** Requests to the model, made of a turn's settings. */
final class Requests {
    private Requests() {}

    static ModelRequest of(TurnScope turn, List<RawJson> input, List<RawJson> tools) {
        var settings = turn.settings();
        var config = settings.config();
        var wanted = ModelTraits.of(settings.model())
                .settings(
                        settings.effort(),
                        settings.summary(),
                        config.reasoning().supported(),
                        config.verbosity(),
                        settings.serviceTier());
        return new ModelRequest(
                settings.provider(),
                settings.model(),
                settings.baseInstructions(),
                input,
                tools,
                wanted,
                settings.outputSchema(),
                turn.threadId(),
                Map.of("session_id", turn.threadId()),
                Map.of());
    }
}
