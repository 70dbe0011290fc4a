package dev.bobbin.appserver.context;

/** Text as it may stand between tags. */
final class XmlText {
    private XmlText() {}

    static String escaped(String text) {
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
