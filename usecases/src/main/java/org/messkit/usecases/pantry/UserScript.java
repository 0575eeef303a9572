// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Message;
import org.messkit.usecases.Script;

/**
 * One user: a deck of operations, shuffled anew each time it is through, and a model of the orders that this user has in the store.
 * It begins with inserting a few, where the mix needs orders of its own.
 */
final class UserScript implements Script {
    private static final int AT_FIRST = 4;
    /** More are in the store, but nobody asks for them any more. */
    private static final int MOST_REMEMBERED = 1_024;

    private final Stock stock;
    private final List<Operation> deck;
    private final Random shuffling;
    private final long firstId;
    private final Deque<Own> own = new ArrayDeque<>();
    private final List<Message> messages;
    private long deleted = -1;
    private long turn;
    private int card;
    private int atFirst;
    private long inserts;
    private long updates;
    private long deletes;
    private long checksum;

    UserScript(Mix mix, Stock stock, SplittableRandom random, long firstId) {
        this.stock = stock;
        this.messages = stock.messages();
        this.deck = mix.deck();
        this.shuffling = new Random(random.nextLong());
        this.firstId = firstId;
        boolean writes = mix.weight(Operation.UPDATE) + mix.weight(Operation.DELETE) > 0;
        atFirst = writes || mix.weight(Operation.GET) > 0 && !stock.hasBase() ? AT_FIRST : 0;
    }

    /** An order that this user put in. */
    private record Own(long number, int body, Status status) {}

    @Override
    public List<Message> messages() {
        return messages;
    }

    @Override
    public Turn next() {
        turn++;
        if (atFirst > 0) {
            atFirst--;
            return insert();
        }
        return switch (draw()) {
            case INSERT -> insert();
            case GET -> get();
            case FIND -> new Turn(stock.find(turn), 0);
            case RANGE -> new Turn(stock.range(turn), 0);
            case UPDATE -> update();
            case DELETE -> delete();
        };
    }

    @Override
    public Changes changes() {
        return new Changes(inserts, updates, deletes, checksum);
    }

    /** The next card. What nothing is there for is left for later: an insert comes first. */
    private Operation draw() {
        if (card == 0) {
            Collections.shuffle(deck, shuffling);
        }
        if (own.isEmpty() && needsOwn(deck.get(card))) {
            int later = deck.subList(card, deck.size()).indexOf(Operation.INSERT);
            Collections.swap(deck, card, card + later);
        }
        Operation drawn = deck.get(card);
        card = (card + 1) % deck.size();
        return drawn;
    }

    private boolean needsOwn(Operation operation) {
        return operation == Operation.UPDATE
                || operation == Operation.DELETE
                || operation == Operation.GET && !stock.hasBase();
    }

    private Turn insert() {
        Own order = new Own(firstId + inserts, (int) (inserts % stock.bodies()), Status.OPEN);
        inserts++;
        checksum += digest(order);
        own.addLast(order);
        if (own.size() > MOST_REMEMBERED) {
            own.removeFirst();
        }
        return new Turn(stock.insert(order.body), order.number);
    }

    /** From the base and from the own orders by turns; now and then what was taken out, which must be gone. */
    private Turn get() {
        if (stock.hasBase() && (own.isEmpty() || shuffling.nextBoolean())) {
            return new Turn(stock.getBase(turn), 0);
        }
        if (deleted >= 0) {
            long gone = deleted;
            deleted = -1;
            return new Turn(stock.missing(), gone);
        }
        Own order = own.removeFirst();
        own.addLast(order);
        return new Turn(stock.get(order.body, order.status), order.number);
    }

    private Turn update() {
        Own before = own.removeFirst();
        Own after = new Own(before.number, before.body, before.status.next());
        own.addLast(after);
        updates++;
        checksum += digest(after) - digest(before);
        return new Turn(stock.update(after.status), after.number);
    }

    private Turn delete() {
        Own order = own.removeFirst();
        deletes++;
        checksum -= digest(order);
        deleted = order.number;
        return new Turn(stock.delete(), order.number);
    }

    private long digest(Own order) {
        return stock.digest(order.body, Head.ofUser(order.number).orderId(), order.status);
    }
}
