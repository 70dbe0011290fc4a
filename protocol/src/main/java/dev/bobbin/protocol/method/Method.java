package dev.bobbin.protocol.method;

/**
 * A request: its wire name, its types, and what it must not overtake.
 *
 * @param name the wire name
 * @param params the record of its parameters; {@link NoParams} when it has none
 * @param response the record of its result
 * @param laneRule which requests it waits for
 * @param isExperimental whether a client must have asked for the experimental API
 * @param <P> the parameters
 * @param <R> the result
 */
public record Method<P, R>(String name, Class<P> params, Class<R> response, LaneRule laneRule, boolean isExperimental) {
    /** A row of a table. */
    static <P, R> Method<P, R> of(String name, Class<P> params, Class<R> response, LaneRule laneRule) {
        return new Method<>(name, params, response, laneRule, false);
    }

    /** This row, but only for clients that asked for the experimental API. */
    Method<P, R> experimental() {
        return new Method<>(name, params, response, laneRule, true);
    }

    /** The lane of a request with these parameters. */
    public Lane lane(P parameters) {
        return laneRule.lane(name, parameters);
    }

    /** Whether parameters may be absent because there are none. */
    public boolean takesNoParams() {
        return params == NoParams.class;
    }
}
