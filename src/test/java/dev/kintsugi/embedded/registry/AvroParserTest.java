package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroParserTest {

    private final SchemaStore store = new SchemaStore();
    private final AvroParser parser = new AvroParser(store);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'string'",
                "{'type':'string'}",
                "{'type':'string','avro.java.string':'String'}",
                "['null', 'int', {'type':'array','items':'bytes'}]",
                "{'type':'record','doc':'','name':'a.b.C','fields':[]}",
                "{'type':'record','name':'C','namespace':'a','doc':'d','aliases':['z','y'],'fields':"
                        + "[{'name':'x','type':'int','default':1,'doc':'d','order':'descending','aliases':['q','b'],'p':1}]}",
                "{'type':'record','name':'C','namespace':'a','fields':"
                        + "[{'name':'e','type':{'type':'enum','name':'E','symbols':['B','A'],'default':'A'}},"
                        + "{'name':'f','type':{'name':'other.F','type':'fixed','size':4}},{'name':'g','type':'E'},"
                        + "{'name':'c','type':['null','C']}]}",
                "{'type':'map','values':{'type':'map','values':'long'},'zeta':1,'alpha':{'d':1,'c':[{'b':1,'a':2}]}}",
                "{'type':'bytes','zeta':1,'scale':2,'precision':4,'logicalType':'decimal','alpha':true}",
                "{'type':'long','zone':'utc','logicalType':'timestamp-millis'}",
                "{'type':'fixed','name':'D','size':12,'precision':4,'logicalType':'decimal','a':'b'}",
                "{'type':'record','name':'C','fields':[{'name':'m','type':{'type':'map','values':'int'},"
                        + "'default':{'z':1,'a':2}},{'name':'u','type':['null','string'],'default':null}]}"
            })
    void printsSchemasAsTheGenuineServerDoes(String text) {
        String schema = text.replace('\'', '"');
        AvroSchema parsed = parser.parse(new SchemaText(schema, List.of()));
        assertThat(parsed.text().schema()).isEqualTo(GenuineOracle.canonical(schema));
        assertThat(parser.normalize(parsed).text().schema()).isEqualTo(GenuineOracle.normalized(schema));
    }

    @Test
    void keepsWhatAReferenceDefinesOutOfTheText() {
        register("inner", 1, "{\"type\":\"fixed\",\"name\":\"Inner\",\"namespace\":\"n\",\"size\":2}");
        String outer = "{\"type\":\"array\",\"items\":\"n.Inner\"}";
        AvroSchema parsed = parser.parse(new SchemaText(outer, List.of(new SchemaReference("n.Inner", "inner", 1))));
        assertThat(parsed.text().schema()).isEqualTo(outer);
        assertThat(parsed.schema().getElementType().getFixedSize()).isEqualTo(2);
    }

    @Test
    void followsReferencesOfReferences() {
        register("leaf", 1, "{\"type\":\"enum\",\"name\":\"Leaf\",\"symbols\":[\"A\"]}");
        store.apply(new Change.SchemaWritten(new SubjectSchema(
                "branch",
                1,
                2,
                new SchemaText(
                        "{\"type\":\"record\",\"name\":\"Branch\",\"fields\":[{\"name\":\"l\",\"type\":\"Leaf\"}]}",
                        List.of(new SchemaReference("Leaf", "leaf", 1))),
                false)));
        AvroSchema tree = parser.parse(new SchemaText(
                "{\"type\":\"map\",\"values\":\"Branch\"}", List.of(new SchemaReference("Branch", "branch", 1))));
        assertThat(tree.schema().getValueType().getField("l").schema().getEnumSymbols())
                .containsExactly("A");
    }

    @Test
    void remembersWhichVersionTheLatestWas() {
        register("inner", 1, "{\"type\":\"fixed\",\"name\":\"Inner\",\"size\":2}");
        register("inner", 4, "{\"type\":\"fixed\",\"name\":\"Inner\",\"size\":3}");
        AvroSchema parsed = parser.parse(new SchemaText(
                "{\"type\":\"array\",\"items\":\"Inner\"}", List.of(new SchemaReference("Inner", "inner", -1))));
        assertThat(parsed.text().references()).containsExactly(new SchemaReference("Inner", "inner", 4));
    }

    @Test
    void refusesAReferenceThatLeavesSomethingOut() {
        SchemaText text = new SchemaText("\"int\"", List.of(new SchemaReference("Inner", null, 1)));
        assertThatThrownBy(() -> parser.parse(text))
                .hasMessage("Invalid reference: {name='Inner', subject='null', version=1}");
    }

    @Test
    void refusesADefaultOfTheWrongTypeOnlyWhenAsked() {
        SchemaText text = new SchemaText(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":\"x\"}]}",
                List.of());
        assertThat(parser.parse(text, false).schema().getName()).isEqualTo("R");
        assertThatThrownBy(() -> parser.parse(text, true)).hasMessageContaining("Invalid default");
    }

    private void register(String subject, int version, String schema) {
        store.apply(new Change.SchemaWritten(
                new SubjectSchema(subject, version, version, new SchemaText(schema, List.of()), false)));
    }
}
