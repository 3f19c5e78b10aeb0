package dev.kintsugi.topology;

/** Values that are bytes already. */
final class AsTheyAre<K> implements Form<K, byte[]> {
    @Override
    public byte[] bytes(byte[] value) {
        return value;
    }

    @Override
    public byte[] value(K key, byte[] bytes) {
        return bytes;
    }

    @Override
    public int size(byte[] value) {
        return value.length;
    }
}
