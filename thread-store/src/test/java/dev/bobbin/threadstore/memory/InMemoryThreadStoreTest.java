package dev.bobbin.threadstore.memory;

import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreContract;

class InMemoryThreadStoreTest extends ThreadStoreContract {
    @Override
    protected ThreadStore open() {
        return new InMemoryThreadStore("provider", clock);
    }
}
