package dev.kintsugi.embedded.registry;

/**
 * A request that cannot be met, with the status, code and wording of the genuine server: clients compare the codes, and
 * some the words.
 */
final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int FAILED = 500;

    private final int status;
    private final int code;

    private RegistryException(int status, int code, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    boolean isInvalidSchema() {
        return code == 42201;
    }

    static RegistryException subjectNotFound(String subject) {
        return of(NOT_FOUND, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException versionNotFound(VersionId version) {
        return of(NOT_FOUND, 40402, "Version " + version.number() + " not found.");
    }

    static RegistryException schemaNotFound() {
        return of(NOT_FOUND, 40403, "Schema not found");
    }

    static RegistryException schemaNotFound(int id) {
        return of(NOT_FOUND, 40403, "Schema " + id + " not found");
    }

    static RegistryException subjectSoftDeleted(String subject) {
        return of(
                NOT_FOUND,
                40404,
                "Subject '" + subject + "' was soft deleted.Set permanent=true to delete permanently");
    }

    static RegistryException subjectNotSoftDeleted(String subject) {
        return of(NOT_FOUND, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryException versionSoftDeleted(String subject, int version) {
        return of(
                NOT_FOUND,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted.Set permanent=true to delete permanently");
    }

    static RegistryException versionNotSoftDeleted(String subject, int version) {
        return of(
                NOT_FOUND,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryException noSubjectConfig(String subject) {
        return of(NOT_FOUND, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryException noSubjectMode(String subject) {
        return of(NOT_FOUND, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryException incompatible(String subject, Object details) {
        return of(
                CONFLICT,
                CONFLICT,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + details);
    }

    static RegistryException invalidSchema(String message) {
        return of(UNPROCESSABLE, 42201, message);
    }

    static RegistryException invalidVersion(String version) {
        return of(
                UNPROCESSABLE,
                42202,
                "The specified version '" + version + "' is not a valid version id. "
                        + "Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryException invalidCompatibilityLevel() {
        return of(
                UNPROCESSABLE,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, "
                        + "backward_transitive, forward_transitive, and full_transitive");
    }

    static RegistryException invalidMode() {
        return of(UNPROCESSABLE, 42204, "Invalid mode. Valid values are READWRITE, READONLY, and IMPORT.");
    }

    static RegistryException notPermitted(String message) {
        return of(UNPROCESSABLE, 42205, message);
    }

    static RegistryException referenced(String subject, int version) {
        return of(
                UNPROCESSABLE,
                42206,
                "One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=" + subject + ",version="
                        + version + "}.");
    }

    static RegistryException invalidSubject(String subject) {
        return of(UNPROCESSABLE, 42208, "The specified subject '" + subject + "' is not a valid.");
    }

    static RegistryException tooLarge(Throwable cause) {
        return new RegistryException(
                UNPROCESSABLE, 42209, "Register operation failed because schema is too large", cause);
    }

    static RegistryException unwritten(Throwable cause) {
        return new RegistryException(
                FAILED, 50001, "The operation failed while writing to the Kafka store: " + cause, cause);
    }

    static RegistryException timedOut(Throwable cause) {
        return new RegistryException(FAILED, 50002, "Write to the Kafka store timed out", cause);
    }

    private static RegistryException of(int status, int code, String message) {
        return new RegistryException(status, code, message, null);
    }
}
