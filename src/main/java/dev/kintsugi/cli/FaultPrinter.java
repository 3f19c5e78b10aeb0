package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a failed command with one line that says what to do; the stack trace is for {@code --verbose}. */
final class FaultPrinter implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Logger log = LoggerFactory.getLogger(FaultPrinter.class);
        if (Logging.isStructured()) {
            log.error(message(failure), failure);
        } else {
            command.getErr().println("kintsugi: " + message(failure));
            log.debug("Failed", failure);
        }
        return Main.FAILED;
    }

    private static String message(Exception failure) {
        return failure instanceof Fault
                ? failure.getMessage()
                : "this is a defect, please report it with the output of the same command and --verbose: " + failure;
    }
}
