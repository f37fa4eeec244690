// SPDX-License-Identifier: GPL-3.0-or-later
// A network of the test's own: a namespace that it enters before its first thread, as any user where the kernel lets
// users have namespaces. Nothing in it reaches any other network.
#pragma once

#include <QProcess>
#include <QtTest>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <unistd.h>

namespace kpwatch::asking {

inline bool writeFile(const char* path, const std::string& text) {
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool written = write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    close(fd);
    return written;
}

// Why there is none, in words; empty if we are in it. Call it first in main().
inline std::string enterOwnNetwork() {
    const std::string user = std::to_string(getuid()), group = std::to_string(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return "the kernel does not allow a network namespace of our own: " + std::string(std::strerror(errno));
    if (!writeFile("/proc/self/setgroups", "deny") || !writeFile("/proc/self/uid_map", "0 " + user + " 1") ||
        !writeFile("/proc/self/gid_map", "0 " + group + " 1"))
        return "the namespace of our own cannot be set up";
    return {};
}

// What icmp(7) asks before it lets somebody have an ICMP socket. A new network lets nobody, and once it does, only a
// network with more groups could be closed again.
inline bool allowIcmpSockets() { return writeFile("/proc/sys/net/ipv4/ping_group_range", "0 0"); }

// Runs commands up to the first that fails. Returns what it complains about; empty if none did.
inline QString shell(const QString& commands) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), commands});
    const bool ended = process.waitForFinished(20000);
    const QString output = QString::fromLocal8Bit(process.readAll());
    return ended && process.exitCode() == 0 ? QString() : output + QStringLiteral(" failed");
}

// All tests of a class, first without ICMP sockets, then with.
template <typename Test>
int runWithAndWithoutIcmp(int argc, char** argv) {
    const std::string noNetwork = enterOwnNetwork(); // before the first thread
    QCoreApplication application(argc, argv);
    const auto run = [&](const std::string& no_network, bool icmp) {
        Test test(no_network, icmp);
        return QTest::qExec(&test, argc, argv);
    };
    const int failed = run(noNetwork, false);
    return failed + run(noNetwork.empty() && !allowIcmpSockets() ? "ping_group_range cannot be set" : noNetwork, true);
}

} // namespace kpwatch::asking
