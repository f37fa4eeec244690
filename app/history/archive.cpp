// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/archive.h"

#include "app/history/database.h"
#include "app/history/incidents_answer.h"
#include "app/history/set_aside.h"
#include "app/history/target_answer.h"
#include "app/history/timeline_answer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kpwatch {

struct Archive::Impl {
    Impl(Archive& owner, std::filesystem::path where, Watchlist list)
        : archive(owner), directory(std::move(where)), watchlist(std::move(list)),
          thread([this](const std::stop_token& stop) { answerAll(stop); }) {}

    void answerAll(const std::stop_token& stop) {
        for (;;) {
            std::optional<ArchiveQuery> query;
            std::optional<TargetQuery> aboutTarget;
            std::optional<IncidentsQuery> aboutIncidents;
            {
                std::unique_lock lock(mutex);
                if (!asked.wait(lock, stop, [&] { return pending || pendingTarget || pendingIncidents; }))
                    return;
                query = std::exchange(pending, std::nullopt);
                aboutTarget = std::exchange(pendingTarget, std::nullopt);
                aboutIncidents = std::exchange(pendingIncidents, std::nullopt);
            }
            if (aboutTarget)
                hand(answered(*aboutTarget), targetAnswer);
            if (query && wantsItShort(*query))
                if (ArchiveAnswer first = answeredInShort(*query); !first.trouble)
                    hand(std::move(first), answer);
            if (query)
                hand(answered(*query), answer);
            if (aboutIncidents)
                hand(answered(*aboutIncidents), incidentsAnswer);
        }
    }

    template <typename Answer>
    void hand(Answer fresh, std::optional<Answer>& over) {
        {
            const std::scoped_lock lock(mutex);
            over = std::move(fresh);
        }
        Q_EMIT archive.bell();
    }

    // One of the places where errors end: here they become a sentence on the screen.
    template <typename Read>
    auto orTrouble(const Read& read) {
        isDamaged = false;
        try {
            if (reader && !reader->isCurrent())
                reader.reset();
            if (!reader) {
                memory = {}; // of another file
                openIfThere();
            }
            if (reader)
                heedAnother(*reader);
            return read(reader ? &*reader : nullptr);
        } catch (const StorageError& error) {
            isDamaged = tellsDamage(error) && !isCopy(); // which nobody repairs
            if (isDamaged)
                Q_EMIT archive.damaged();
            reader.reset(); // opened anew for the next query: the trouble may be over by then
            if (tellsDamage(error) && isCopy())
                return without(read, StorageError(directory.string() + " is damaged or no record of KPWatch: make or "
                                                                       "ask for another copy."));
            return without(read, error);
        } catch (const InputError& error) { // settings that were stored by another version, or torn
            return without(read, error);
        }
    }
    // What was there once and is not now has been lost sight of, which is not the same as to hold nothing.
    void openIfThere() {
        if (HistoryReader::exists(directory)) {
            reader.emplace(directory);
            wasThere = true;
        } else if (wasThere) {
            throw StorageError(historyFile(directory).string() +
                               " cannot be read now, it was removed or moved or is out of reach: put it back.");
        }
    }
    void heedAnother(const HistoryReader& present) {
        const bool in_repair = !awaitingRepair(directory).empty();
        if (lastRun && !present.holds(*lastRun) && !in_repair && !wasInRepair)
            anotherSince = utcNow();
        lastRun = present.latestRun();
        wasInRepair = in_repair;
    }
    bool isCopy() const {
        std::error_code unknown;
        return std::filesystem::is_regular_file(directory, unknown);
    }
    template <typename Read>
    static auto without(const Read& read, const std::runtime_error& trouble) {
        auto nothing = read(nullptr);
        nothing.trouble = trouble.what();
        return nothing;
    }

    // While nearly the same is on the screen already, in full, it stays.
    bool wantsItShort(const ArchiveQuery& query) const {
        const auto near = [&](UtcTime one, UtcTime other) {
            return std::chrono::abs(one - other) < query.range.length() / 50;
        };
        return query.range.length() > manyYears &&
               !(told && near(told->begin, query.range.begin) && near(told->end, query.range.end));
    }

    ArchiveAnswer answeredInShort(const ArchiveQuery& query) {
        return orTrouble([&](const HistoryReader* with) {
            return with != nullptr ? timelineInShortFrom(*with, watchlist, query) : ArchiveAnswer();
        });
    }
    ArchiveAnswer answered(const ArchiveQuery& query) {
        told = query.range;
        const bool in_repair = !awaitingRepair(directory).empty(); // before: by then it may be joined
        ArchiveAnswer told_of =
            orTrouble([&](const HistoryReader* with) { return timelineAnswerFrom(with, watchlist, memory, query); });
        told_of.inRepair = in_repair || isDamaged;
        told_of.anotherSince = anotherSince;
        return told_of;
    }
    TargetAnswer answered(const TargetQuery& query) {
        const bool in_repair = !awaitingRepair(directory).empty(); // before: by then it may be joined
        TargetAnswer told_of =
            orTrouble([&](const HistoryReader* with) { return targetAnswerFrom(with, watchlist, query); });
        told_of.inRepair = in_repair || isDamaged;
        return told_of;
    }

    IncidentsAnswer answered(const IncidentsQuery& query) {
        const bool in_repair = !awaitingRepair(directory).empty(); // before: by then it may be joined
        IncidentsAnswer told_of =
            orTrouble([&](const HistoryReader* with) { return incidentsAnswerFrom(with, watchlist, query, sieve); });
        told_of.inRepair = in_repair || isDamaged;
        return told_of;
    }

    Archive& archive;
    const std::filesystem::path directory;
    const Watchlist watchlist;
    std::optional<HistoryReader> reader; // the thread's own, as all up to `told`
    bool isDamaged = false;              // what was read last
    bool wasThere = false;               // a record was read
    bool wasInRepair = false;            // when it was
    std::optional<HistoryReader::Run> lastRun;
    std::optional<UtcTime> anotherSince;
    Sieve sieve;
    ArchiveMemory memory;
    std::optional<TimeRange> told; // the range answered last
    std::mutex mutex;              // guards the next six
    std::optional<ArchiveQuery> pending;
    std::optional<TargetQuery> pendingTarget;
    std::optional<ArchiveAnswer> answer;
    std::optional<TargetAnswer> targetAnswer;
    std::optional<IncidentsQuery> pendingIncidents;
    std::optional<IncidentsAnswer> incidentsAnswer;
    std::condition_variable_any asked;
    std::jthread thread; // last: it uses all of the above
};

Archive::Archive(std::filesystem::path directory, Watchlist watchlist, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, std::move(directory), std::move(watchlist))) {}

Archive::~Archive() = default;

void Archive::ask(const ArchiveQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pending = query;
    }
    m_impl->asked.notify_one();
}

void Archive::askAbout(const TargetQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pendingTarget = query;
    }
    m_impl->asked.notify_one();
}

void Archive::askForIncidents(const IncidentsQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pendingIncidents = query;
    }
    m_impl->asked.notify_one();
}

std::optional<IncidentsAnswer> Archive::takeIncidents() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->incidentsAnswer, std::nullopt);
}

std::optional<ArchiveAnswer> Archive::take() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->answer, std::nullopt);
}

std::optional<TargetAnswer> Archive::takeTarget() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->targetAnswer, std::nullopt);
}

} // namespace kpwatch
