package dev.bobbin.appserver.dispatch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.bobbin.protocol.json.WireJson;

/**
 * The mapper that jsonrpc4j binds parameters with: it decodes as {@link WireJson} does, whose errors name what is wrong
 * as clients of the peer know it. jsonrpc4j itself would accept one value where a list is asked for, and would only say
 * which parameter failed.
 */
final class ParamsBinding extends ObjectMapper {
    private static final long serialVersionUID = 1L;

    ParamsBinding() {
        disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH);
    }

    @Override
    public JsonParser treeAsTokens(TreeNode node) {
        return new Tokens((JsonNode) node);
    }

    @Override
    public ObjectReader readerFor(JavaType type) {
        return new Reader(this, type);
    }

    /** Carries a tree to {@link Reader}, the only one to look at it; a real parser takes long to load. */
    private static final class Tokens extends JsonParserDelegate {
        private final JsonNode tree;

        private Tokens(JsonNode tree) {
            super(null);
            this.tree = tree;
        }
    }

    private static final class Reader extends ObjectReader {
        private static final long serialVersionUID = 1L;

        private final JavaType type;

        private Reader(ParamsBinding mapper, JavaType type) {
            super(mapper, mapper.getDeserializationConfig(), type, null, null, null);
            this.type = type;
        }

        @Override
        public ObjectReader with(DeserializationFeature feature) {
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // the caller asks for the type that this reader was made for
        public <T> T readValue(JsonParser parser) {
            return (T) WireJson.decodeParams(((Tokens) parser).tree, type.getRawClass());
        }
    }
}
