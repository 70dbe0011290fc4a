package dev.bobbin.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.bench.Chart.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;

class ChartTest {
    @TempDir
    Path folder;

    @Test
    void chartsBelowEachOtherAreOnePicture() throws Exception {
        var file = folder.resolve("two.svg");
        var plain = new Chart("memory, MiB & more", "minutes")
                .line("resident", List.of(new Point(0, 0), new Point(60, 200)))
                .line("live", List.of(new Point(0, 5), new Point(60, 100)));
        var logarithmic = new Chart("time, ms", "threads")
                .logX()
                .logY()
                .line("list", List.of(new Point(0, 1), new Point(100, 1), new Point(1_000_000, 100)));

        Chart.write(file, List.of(plain, logarithmic));

        var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var lines = picture.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(3);
        assertThat(points(lines.item(0))).isEqualTo("64.0,166.0 744.0,40.0");
        assertThat(points(lines.item(1))).isEqualTo("64.0,162.9 744.0,103.0");
        assertThat(points(lines.item(2)))
                .as("zero has no place on a logarithmic axis")
                .isEqualTo("64.0,166.0 744.0,40.0");
        assertThat(Files.readString(file)).contains(">1M</text>", "MiB &amp; more");
    }

    private static String points(Node line) {
        return line.getAttributes().getNamedItem("points").getNodeValue().strip();
    }

    @Test
    void anEmptyChartIsDrawn() throws Exception {
        var file = folder.resolve("empty.svg");
        new Chart("nothing", "minutes").line("none", List.of()).write(file);
        assertThat(file).content().contains("nothing");
    }
}
