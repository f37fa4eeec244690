// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/bag_writer.h"

#include "app/evidence/bag_zip.h"
#include "probes/wire/untrusted_text.h"

#include <QDir>
#include <QTemporaryDir>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace kpwatch {

namespace fs = std::filesystem;

namespace {

// On disk before it is told: the files, and then the name.
void syncFolder(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0)
        return;
    ::syncfs(opened);
    ::close(opened);
}

fs::path parentOf(const fs::path& target) {
    const fs::path parent = fs::absolute(target).parent_path();
    std::error_code failed;
    if (!fs::is_directory(parent, failed))
        throw InputError(parent.string() + " is no folder: choose another place");
    return parent;
}

} // namespace

// A lock that the kernel lets go of with whoever held it (flock(2)); -1: somebody has it.
static int lockedFolder(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened >= 0 && ::flock(opened, LOCK_EX | LOCK_NB) == 0)
        return opened;
    if (opened >= 0)
        ::close(opened);
    return -1;
}

static void removeAbandoned(const fs::path& parent) {
    constexpr std::string_view ours = ".kpwatch-pack-";
    std::error_code failed;
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(parent, failed), end; !failed && entry != end; entry.increment(failed))
        if (entry->path().filename().string().starts_with(ours) && !entry->is_symlink(failed))
            found.push_back(entry->path());
    for (const fs::path& folder : found)
        if (const int lock = lockedFolder(folder); lock >= 0) {
            fs::remove_all(folder, failed);
            ::close(lock);
        }
}

BagWriter::BagWriter(fs::path target, bool replace) : m_target(fs::absolute(std::move(target))), m_replace(replace) {
    refuseExisting(); // before the work, and once more after it
    removeAbandoned(parentOf(m_target));
    QTemporaryDir folder(QString::fromStdString((parentOf(m_target) / ".kpwatch-pack-XXXXXX").string()));
    if (!folder.isValid())
        throw InputError(m_target.string() + " cannot be written (" + folder.errorString().toStdString() +
                         "): choose another place");
    folder.setAutoRemove(false);
    m_folder = folder.path().toStdString();
    m_lock = lockedFolder(m_folder);
}

BagWriter::~BagWriter() {
    std::error_code failed;
    fs::remove_all(m_folder, failed);
    if (m_lock >= 0)
        ::close(m_lock);
}

void BagWriter::refuseExisting() const {
    std::error_code failed;
    if (m_replace && fs::is_directory(m_target, failed))
        throw InputError(m_target.string() + " is a folder: choose another name, or remove it first");
    if (!m_replace && fs::exists(fs::symlink_status(m_target, failed)))
        throw InputError(m_target.string() + " exists already: choose another name, or remove it first");
}

void BagWriter::fail(const std::string& name) const {
    throw StorageError(m_target.string() + " cannot be written (" + name + ": " +
                       std::generic_category().message(errno) + "): is there room on that disk?");
}

fs::path BagWriter::pathOf(const std::string& name) const { return m_folder / "bag" / name; }

BagWriter::File::File(BagWriter& bag, std::string name) : m_bag(bag), m_name(std::move(name)) {
    const fs::path path = bag.pathOf(m_name);
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    m_out.open(path, std::ios::binary | std::ios::trunc);
    if (!m_out)
        bag.fail(m_name);
}

void BagWriter::File::write(std::string_view bytes) {
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    m_hash.addData({bytes.data(), static_cast<qsizetype>(bytes.size())});
    m_bytes += bytes.size();
    if (!m_out)
        m_bag.fail(m_name);
}

void BagWriter::File::close() {
    m_out.close();
    if (!m_out)
        m_bag.fail(m_name);
    m_bag.m_files[m_name] = {m_hash.result().toHex().toStdString(), m_bytes};
    m_bag.m_bytes += m_name.starts_with("data/") ? m_bytes : 0;
}

void BagWriter::add(const std::string& name, std::string_view bytes) {
    File out = file(name);
    out.write(bytes);
    out.close();
}

void BagWriter::addTags(const BagInfo& info) {
    std::map<std::string, std::string> payload, tags;
    for (const auto& [name, sum] : m_files)
        payload[name] = sum.sha256;
    std::string text;
    for (const auto& [key, value] : info)
        if (!value.empty())
            text += key + ": " + cleanedText(value, 300) + '\n';
    text += "Payload-Oxum: " + std::to_string(m_bytes) + '.' + std::to_string(payload.size()) + '\n';
    add("bagit.txt", bagDeclaration());
    add("bag-info.txt", text);
    add("manifest-sha256.txt", manifestText(payload));
    for (const char* const tag : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"})
        tags[tag] = m_files.at(tag).sha256;
    add("tagmanifest-sha256.txt", manifestText(tags));
}

void BagWriter::finish(const BagInfo& info, const std::string& top, const std::function<void(double)>& step) {
    addTags(info);
    fs::path made = m_folder / "bag";
    if (m_target.extension() == ".zip") {
        made = m_folder / "bag.zip";
        std::vector<std::string> names;
        for (const auto& [name, sum] : m_files)
            names.push_back(name);
        writeZip(made, m_folder / "bag", names, top, step);
    }
    syncFolder(m_folder);
    refuseExisting();
    std::error_code failed;
    fs::rename(made, m_target, failed);
    if (failed) {
        errno = failed.value();
        fail(m_target.filename().string());
    }
    syncFolder(m_target.parent_path());
}

std::string bagDeclaration() { return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"; }

std::string manifestText(const std::map<std::string, std::string>& hash_by_path) {
    std::string text;
    for (const auto& [path, hash] : hash_by_path)
        text += hash + "  " + path + '\n';
    return text;
}

} // namespace kpwatch
