import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Answers each line of standard input, "flavour TAB file", with a line of JSON: one JVM, any number of files. */
public final class ValidatePdf {
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what veraPDF logs is no answer
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] question = line.split("\t", 2);
            String about = "\"flavour\":" + quoted(question[0]) + ",\"file\":" + quoted(question[1]);
            answers.println("{" + about + "," + answer(question[0], new File(question[1])) + "}");
        }
    }

    private static String answer(String id, File file) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            return "\"compliant\":false,\"failed\":[],\"error\":\"no such flavour\"";
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            StringJoiner failed = new StringJoiner(",", "[", "]");
            result.getFailedChecks().forEach((rule, count) -> failed.add(
                    "{\"clause\":" + quoted(rule.getClause()) + ",\"test\":" + rule.getTestNumber() + ",\"count\":"
                    + count + ",\"description\":"
                    + quoted(validator.getProfile().getRuleByRuleId(rule).getDescription()) + "}"));
            return "\"compliant\":" + result.isCompliant() + ",\"failed\":" + failed + ",\"error\":null";
        } catch (Exception error) {
            return "\"compliant\":false,\"failed\":[],\"error\":" + quoted(error.toString());
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return json.append('"').toString();
    }
}
