package dev.kintsugi.wire;

/** Where schemas have their ids: a schema registry, as much of it as reading and writing records takes. */
public interface Schemas {

    /**
     * The id under which the subject knows the schema, registered if need be.
     *
     * @throws RegistryException if the registry does not answer, or refuses the schema
     */
    int idOf(String subject, String schema);

    /**
     * The schema of an id, complete in itself.
     *
     * @throws UndecodableException if there is no such id
     * @throws RegistryException if the registry does not answer
     */
    String byId(int id);
}
