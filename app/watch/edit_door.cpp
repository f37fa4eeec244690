// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/edit_door.h"

#include "app/chosen.h"
#include "app/history/history.h"
#include "app/history/history_reader.h"
#include "app/history/judgement_store.h"
#include "app/history/judgement_text.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>
#include <QVariant>
#include <QtEndian>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <sys/stat.h>
#include <thread>

namespace kpwatch {
namespace {

using nlohmann::json;

constexpr quint32 longestMessage = 1U << 20U;
constexpr qsizetype lengthBytes = 4;
constexpr int callersAtOnce = 8;
constexpr int patienceMs = 3000;
constexpr int knockMs = 100;                // a local socket takes who comes at once, or nobody listens
constexpr std::size_t longestAddress = 100; // unix(7): 108 with its end

// In the record's own folder; in the user's runtime folder where that has too long a name.
QString addressOf(const std::filesystem::path& directory) {
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(directory, failed);
    const std::filesystem::path beside = (failed ? directory : whole) / "history.edits";
    if (beside.string().size() <= longestAddress)
        return QString::fromStdString(beside.string());
    const QByteArray name =
        QCryptographicHash::hash(QByteArray::fromStdString(beside.string()), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/kpwatch-") +
           QString::fromLatin1(name.toHex().left(16));
}

QByteArray message(const json& content) {
    const std::string text = content.dump(-1, ' ', false, json::error_handler_t::replace);
    QByteArray bytes(lengthBytes, '\0');
    qToBigEndian(static_cast<quint32>(text.size()), bytes.data());
    return bytes + QByteArray::fromStdString(text);
}

// The whole message at the front, once it is there.
enum class Heard { Part, Whole, TooLong };
Heard hear(const QByteArray& bytes, json& content) {
    if (bytes.size() < lengthBytes)
        return Heard::Part;
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length > longestMessage)
        return Heard::TooLong;
    if (bytes.size() - lengthBytes < static_cast<qsizetype>(length))
        return Heard::Part;
    content = json::parse(bytes.constData() + lengthBytes, bytes.constData() + lengthBytes + length, nullptr, false);
    return Heard::Whole;
}

std::optional<FileIdentity> whichSocket(const QString& address) {
    struct stat named {};
    if (::stat(address.toStdString().c_str(), &named) != 0)
        return std::nullopt;
    return FileIdentity{named.st_dev, named.st_ino};
}

json refusal(const std::string& sentence) { return {{"refused", sentence}}; }

} // namespace

struct EditDoor::Impl {
    Impl(const std::filesystem::path& directory, Takers how) : address(addressOf(directory)), take(std::move(how)) {}

    void open() {
        server.close();
        QLocalServer::removeServer(address); // of one that was killed: the lock says that nobody else is there
        server.listen(address);
        socket = whichSocket(address);
    }

    json answerTo(const json& asked) const {
        const json edit = asked.is_object() ? asked.value("edit", json()) : json();
        if (edit == json("step-aside"))
            return take.stepAside ? answerOf(take.stepAside)
                                  : refusal("it only keeps the record open: end it first, and do this then");
        if (edit == json("change"))
            return answerToChange(asked);
        if (edit != json("judgement"))
            return refusal("this version of KPWatch knows no such edit: use the same version for both programs");
        const auto judgement = judgementFromText(asked.value("judgement", json("")).dump());
        if (!judgement)
            return refusal("what was sent is no judgement that this version of KPWatch knows");
        if (const auto fault = faultOf(*judgement))
            return refusal(*fault);
        return answerOf([&] { take.judgement(*judgement); });
    }

    json answerToChange(const json& asked) const {
        if (!take.change)
            return refusal("another window of KPWatch watches: change this there, or end it first");
        Change change;
        if (asked.contains("settings"))
            change.settings = asked["settings"].dump();
        if (asked.contains("watchlist"))
            change.watchlist = asked["watchlist"].dump();
        return answerOf([&] { take.change(change); });
    }

    static json answerOf(const std::function<void()>& does) {
        try {
            does();
            return {{"ok", true}};
        } catch (const std::exception& error) {
            return refusal(error.what());
        }
    }

    void listen(QLocalSocket& caller) {
        json asked;
        const QByteArray bytes = caller.property("heard").toByteArray() + caller.readAll();
        caller.setProperty("heard", bytes);
        switch (hear(bytes, asked)) {
        case Heard::Part:
            return;
        case Heard::TooLong:
            caller.write(message(refusal("the edit is longer than 1 MiB")));
            break;
        case Heard::Whole:
            caller.write(message(answerTo(asked)));
            break;
        }
        caller.disconnectFromServer(); // once it is written
    }

    const QString address;
    const Takers take;
    QLocalServer server;
    std::optional<FileIdentity> socket; // the one that it listens to
};

EditDoor::EditDoor(const std::filesystem::path& directory, Takers take, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(directory, std::move(take))) {
    QLocalServer& server = m_impl->server;
    server.setSocketOptions(QLocalServer::UserAccessOption);
    server.setMaxPendingConnections(callersAtOnce);
    connect(&server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* const caller = m_impl->server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            connect(caller, &QLocalSocket::readyRead, this, [this, caller] { m_impl->listen(*caller); });
            QTimer::singleShot(patienceMs, caller, [caller] { caller->abort(); });
            m_impl->listen(*caller);
        }
    });
    m_impl->open();
}

EditDoor::~EditDoor() = default;

void EditDoor::keepOpen() {
    if (!m_impl->socket || whichSocket(m_impl->address) != m_impl->socket)
        m_impl->open();
}

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds lookAgain{50};

json askedOf(const std::filesystem::path& directory, const json& edit) {
    QLocalSocket socket;
    socket.connectToServer(addressOf(directory));
    const auto silent = [&] {
        return WriterBusyError("The program that records into " + directory.string() + " does not take edits (" +
                               socket.errorString().toStdString() + "): make them there, or end it first.");
    };
    if (!socket.waitForConnected(patienceMs))
        throw silent();
    socket.write(message(edit));
    json answer;
    for (QByteArray bytes; hear(bytes, answer) == Heard::Part; bytes += socket.readAll())
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patienceMs))
            throw silent();
    return answer;
}

std::optional<std::string> refusalIn(const json& answer) {
    if (!answer.is_object() || !answer.contains("refused"))
        return std::nullopt;
    return answer["refused"].is_string() ? answer["refused"].get<std::string>() : "it was refused";
}

bool isStored(const std::filesystem::path& directory, const Judgement& judgement) {
    for (Judgement each : HistoryReader(directory).judgements()) {
        each.id = judgement.id;
        if (each == judgement)
            return true;
    }
    return false;
}

} // namespace

void sayInRecord(const std::filesystem::path& directory, const Judgement& judgement) {
    try {
        recordJudgement(directory, judgement);
        return;
    } catch (const WriterBusyError&) { // who records is asked
    }
    std::optional<WriterBusyError> silence; // a busy program may have taken it all the same
    try {
        const json answer =
            askedOf(directory, {{"edit", "judgement"}, {"judgement", json::parse(judgementText(judgement))}});
        if (const auto refused = refusalIn(answer))
            throw InputError(*refused);
    } catch (const WriterBusyError& error) {
        silence = error;
    }
    for (const auto end = Clock::now() + std::chrono::seconds(5); !isStored(directory, judgement);) {
        if (Clock::now() > end && silence)
            throw WriterBusyError(*silence);
        if (Clock::now() > end)
            throw StorageError("The program that records into " + directory.string() +
                               " took the edit and could not save it yet: its window says why.");
        std::this_thread::sleep_for(lookAgain);
    }
}

void changeInRecord(const std::filesystem::path& directory, const Change& change) {
    json edit{{"edit", "change"}};
    if (change.settings)
        edit["settings"] = json::parse(*change.settings);
    if (change.watchlist)
        edit["watchlist"] = json::parse(*change.watchlist);
    if (const auto refused = refusalIn(askedOf(directory, edit)))
        throw InputError(*refused);
}

void asWriter(const std::filesystem::path& directory, const std::function<void()>& work) {
    try {
        work();
        return;
    } catch (const WriterBusyError&) {
        if (const auto refused = refusalIn(askedOf(directory, {{"edit", "step-aside"}})))
            throw WriterBusyError("The program that records into " + directory.string() +
                                  " does not step aside: " + *refused);
    }
    for (const auto end = Clock::now() + std::chrono::milliseconds(patienceMs);;) {
        try {
            work();
            return;
        } catch (const WriterBusyError&) {
            if (Clock::now() > end)
                throw;
            std::this_thread::sleep_for(lookAgain);
        }
    }
}

bool isRecordedElsewhere(const std::filesystem::path& directory) {
    if (!isBeingWritten(directory))
        return false;
    QLocalSocket knock;
    knock.connectToServer(addressOf(directory));
    return knock.waitForConnected(knockMs);
}

} // namespace kpwatch
