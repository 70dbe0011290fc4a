package dev.bobbin.appserver.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.ErrorResolver;
import com.googlecode.jsonrpc4j.JsonResponse;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.telemetry.Observer;
import dev.bobbin.appserver.telemetry.Observer.RequestWatch;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.Lane;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request to its handler.
 *
 * <p>jsonrpc4j finds the method among the services, binds its parameters and maps what goes wrong to an error. The
 * service's method calls {@link #run}, which checks what the client may do and queues the handler on its lane. So
 * methods are looked up and parameters bound in arrival order on the dispatching thread, and handlers run on lanes.
 *
 * <p>Safe for use from many threads.
 */
public final class RequestRouter extends JsonRpcBasicServer {
    private static final Logger LOG = LoggerFactory.getLogger(RequestRouter.class);
    private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

    /** The request that jsonrpc4j is working on. */
    private record Call(
            Connection connection,
            RequestId id,
            OneReply<Object> reply,
            @Nullable RequestWatch watch) {}

    private record Route<P, R>(Handler<P, R> handler, boolean isShort) {}

    private final Observer observer;
    private final Services services = new Services(this);
    private final Lanes lanes = new Lanes();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final Map<String, Route<?, ?>> routes = new ConcurrentHashMap<>();
    private final Map<String, Consumer<RequestRouter>> later = new ConcurrentHashMap<>();

    /** A router without handlers. */
    public RequestRouter(Observer observer) {
        super(new ParamsBinding(), null, null);
        this.observer = observer;
        setShouldLogInvocationErrors(false);
        setErrorResolver((failure, method, arguments) -> resolve(failure));
    }

    /**
     * Has the methods of a resource handled by what {@code handlers} registers when the first of them is called: what a
     * client does not use is never loaded.
     *
     * @param resource the wire names up to their first slash
     */
    public void onResource(String resource, Consumer<RequestRouter> handlers) {
        later.put(resource, handlers);
    }

    /** Whether there is a handler for the method with this wire name. Who asks while it is registered waits for that. */
    private boolean serves(String method) {
        if (routes.containsKey(method)) {
            return true;
        }
        later.computeIfPresent(ClientMethods.resource(method), (_, handlers) -> {
            handlers.accept(this);
            return null;
        });
        return routes.containsKey(method);
    }

    /** Has {@code method} handled on its lane's virtual thread, where the handler may block. */
    public <P, R> void on(Method<P, R> method, Handler<P, R> handler) {
        routes.put(method.name(), new Route<>(handler, false));
    }

    /**
     * Has {@code method} handled by something that never blocks and takes microseconds: it runs on the dispatching
     * thread, unless its lane is busy.
     */
    public <P, R> void onShort(Method<P, R> method, Handler<P, R> handler) {
        routes.put(method.name(), new Route<>(handler, true));
    }

    /** Handles a request: now, or later on its lane. Never throws, always answers in the end. */
    void dispatch(Connection connection, JsonRpcMessage.Request request) {
        requests.incrementAndGet();
        var row = ClientMethods.named(request.method());
        var watch = observer.request(row == null ? "unknown" : row.name());
        var reply = new OneReply<Object>(connection, request.id(), request.method(), unanswered, watch);
        try {
            if (row == null) {
                throw new RequestException.InvalidRequest(WireJson.unknownMethod(request.method()), "unknown_method");
            }
            requireHandler(connection, row);
            var call = new Call(connection, request.id(), reply, watch);
            var response =
                    ScopedValue.where(CURRENT, call).call(() -> handleJsonNodeRequest(envelope(row, request.params())));
            if (response.getCode() != 0) {
                reply.fail(error(response));
            }
        } catch (RuntimeException | JsonProcessingException | StackOverflowError | OutOfMemoryError e) {
            reply.failWith(e);
        }
    }

    /** The message as jsonrpc4j wants it: the parameters wrapped in a list of one, so that they are bound as a whole. */
    private static ObjectNode envelope(Method<?, ?> row, @Nullable JsonNode params) {
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.put(METHOD, row.name());
        envelope.putArray(PARAMS).add(params);
        return envelope;
    }

    private static ErrorResolver.JsonError resolve(Throwable failure) {
        if (JsonRpcErrors.isFault(failure)) {
            LOG.error("a request could not be dispatched", failure);
        }
        var error = JsonRpcErrors.from(failure);
        return new ErrorResolver.JsonError(error.code(), error.message(), error.data());
    }

    private static JsonRpcError error(JsonResponse response) {
        var error = response.getResponse().path(ERROR);
        return new JsonRpcError(
                error.path(ERROR_CODE).asInt(), error.path(ERROR_MESSAGE).asText(), error.get(DATA));
    }

    @Override
    protected String getServiceName(String methodName) {
        return methodName;
    }

    /** A service's method is called as the request, in camel case; annotations would take long to load. */
    @Override
    protected String getMethodName(String methodName) {
        var name = new StringBuilder(methodName.length());
        for (var i = 0; i < methodName.length(); i++) {
            var c = methodName.charAt(i);
            if (c == '/' || c == '_') {
                i++;
                name.append(Character.toUpperCase(methodName.charAt(i)));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    @Override
    protected Class<?>[] getHandlerInterfaces(String serviceName) {
        return new Class<?>[] {Services.interfaceOf(serviceName)};
    }

    @Override
    protected Object getHandler(String serviceName) {
        return services;
    }

    /** Called by the services, through jsonrpc4j, within {@link #dispatch}. */
    <P> void run(Method<P, ?> row, P params) {
        var call = CURRENT.get();
        call.connection().requireInitialized();
        requireExperimentalApi(call.connection(), row, params);
        if (call.connection().isOverloaded()) {
            throw new RequestException.Overloaded();
        }
        @SuppressWarnings("unchecked") // on() and onShort() take rows and handlers of the same types
        var route = (Route<P, Object>) routes.get(row.name());
        if (route == null) {
            throw unsupported(row);
        }
        var context = new RequestContext(call.connection(), call.id());
        var lane = row.lane(params);
        var watch = call.watch();
        if (watch != null) {
            watch.queued(name(lane));
        }
        Runnable task = () -> {
            if (watch != null) {
                watch.begins();
            }
            handle(route.handler(), params, context, call.reply());
        };
        if (route.isShort()) {
            lanes.submitShort(lane, task);
        } else {
            lanes.submit(lane, task);
        }
    }

    /** For those who look at requests from outside: paths are the client's business. */
    private static String name(Lane lane) {
        return switch (lane) {
            case Lane.OfThread thread -> "thread " + thread.threadId();
            case Lane.OfPath _ -> "path";
            case Lane.Global global -> global.name();
            case Lane.Unordered _ -> "none";
        };
    }

    /** A method that nothing here does is refused before anybody looks at what was asked of it. */
    private void requireHandler(Connection connection, Method<?, ?> row) {
        if (!connection.isInitialized() || row.name().equals("initialize") || serves(row.name())) {
            return;
        }
        if (!row.isExperimental() || connection.experimentalApi()) {
            throw unsupported(row);
        }
    }

    private static RequestException unsupported(Method<?, ?> row) {
        return new RequestException.MethodNotFound(
                row.name() + " is not supported by this server", "unsupported_method");
    }

    private static <P> void requireExperimentalApi(Connection connection, Method<P, ?> row, P params) {
        if (connection.experimentalApi()) {
            return;
        }
        var use = WireJson.experimentalUse(row, params);
        if (use.isPresent()) {
            throw new RequestException.InvalidRequest(
                    use.get() + " requires experimentalApi capability", "experimental_api_required");
        }
    }

    /** Called by the handshake's service, as {@link #run}. */
    void initialize(InitializeParams params) {
        var call = CURRENT.get();
        call.connection().initialize(call.id(), params);
    }

    private static <P> void handle(
            Handler<P, Object> handler, P params, RequestContext context, OneReply<Object> reply) {
        try {
            handler.handle(params, context, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply.failWith(e);
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            reply.failWith(e);
        }
        reply.handlerReturned();
    }

    /** Waits until no handler runs or waits to; returns false if that took longer than {@code wait}. */
    public boolean awaitIdle(Duration wait) throws InterruptedException {
        return lanes.awaitIdle(wait.toNanos());
    }

    /** Whether there are requests that have no answer yet. */
    public boolean isBusy() {
        return unanswered.get() > 0;
    }

    /** How many requests there have been. */
    public long requests() {
        return requests.get();
    }

    /** Loads what the first requests about threads and turns need, by letting jsonrpc4j find them and bind nothing. */
    public void warmUp() {
        for (var name : List.of("thread/start", "turn/start")) {
            var row = ClientMethods.named(name);
            if (row != null) {
                try {
                    handleJsonNodeRequest(envelope(row, null));
                } catch (JsonProcessingException e) {
                    LOG.warn("{} could not be prepared", name, e);
                }
            }
        }
    }
}
