// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageWriter>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace kpwatch {

ChartPreview::ChartPreview(const Timeline& timeline, const ChartFacts& facts, QWidget* parent)
    : QWidget(parent), m_timeline(timeline), m_facts(facts) {
    setMinimumSize(480, 270);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFacts(facts);
}

void ChartPreview::setFacts(const ChartFacts& facts) {
    m_facts = facts;
    setAccessibleName(description());
    update();
}

void ChartPreview::setDark(bool dark) {
    m_dark = dark;
    update();
}

const Theme& ChartPreview::theme() const { return m_dark ? Theme::printNight() : Theme::print(); }

QImage ChartPreview::image() const { return chartImage(ChartPreset::article(), m_timeline, m_facts, theme()); }

void ChartPreview::paintEvent(QPaintEvent*) {
    const ChartPreset preset = ChartPreset::article();
    const qreal scale = std::min((width() - 2) / preset.size.width(), (height() - 2) / preset.size.height());
    const QSizeF size = preset.size * scale;
    const QRectF frame(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.translate(frame.topLeft());
    painter.scale(scale, scale);
    painter.setClipRect(QRectF(QPointF(0, 0), preset.size));
    paintChart(painter, preset, m_timeline, m_facts, theme());
    painter.restore();
    painter.setPen(themeInForce().border);
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
}

static ChartFacts suggestedFacts(const Timeline& timeline, const Settings& settings) {
    ChartFacts facts;
    facts.settings = settings;
    facts.asOf = timeline.now;
    facts.headline = suggestedHeadline(timeline, facts);
    facts.standfirst = suggestedStandfirst(timeline, facts);
    return facts;
}

ExportDialog::ExportDialog(const Timeline& timeline, const Settings& settings, QWidget* parent)
    : QDialog(parent), m_facts(suggestedFacts(timeline, settings)),
      m_preview(new ChartPreview(timeline, m_facts, this)) {
    setWindowTitle(tr("Export chart"));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(32, 24, 32, 24);
    auto* caption = new TextLabel(13, 600, Ink::Text2, this);
    caption->setText(timeline.simulated ? tr("Preview · SIMULATED") : tr("Preview"));
    auto* note = new TextLabel(12, 400, Ink::Text3, this);
    note->setText(tr("The preview is the file: what you see is drawn by the same code. PNG, 1600 × 900."));
    left->addWidget(caption);
    left->addWidget(m_preview, 1);
    left->addWidget(note);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(makeControls());
    resize(1240, 680);
    m_headline->setFocus();
}

QPlainTextEdit* ExportDialog::makeField(const QString& name, const QString& text, int lines) {
    auto* field = new QPlainTextEdit(text, this);
    field->setAccessibleName(name);
    field->setTabChangesFocus(true);
    field->setFont(kpwatch::font(13));
    field->setFixedHeight(field->fontMetrics().lineSpacing() * lines + 22);
    connect(field, &QPlainTextEdit::textChanged, this, &ExportDialog::follow);
    return field;
}

Button* ExportDialog::themeButton(const QString& text, bool dark) {
    auto* button = new Button(text, ButtonKind::Segment, this);
    button->setCheckable(true);
    button->setChecked(!dark);
    connect(button, &QAbstractButton::clicked, this, [this, dark] { m_preview->setDark(dark); });
    return button;
}

QWidget* ExportDialog::makeControls() {
    auto* side = new QWidget(this);
    side->setFixedWidth(348);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(6);
    const auto caption = [&](const QString& text) {
        auto* label = new TextLabel(12, 600, Ink::Text2, side);
        label->setText(text);
        column->addSpacing(8);
        column->addWidget(label);
    };
    auto* title = new TextLabel(18, 600, Ink::Text, side);
    title->setText(tr("Export chart"));
    column->addWidget(title);
    caption(tr("Headline"));
    column->addWidget(m_headline = makeField(tr("Headline"), m_facts.headline, 2));
    caption(tr("Standfirst"));
    column->addWidget(m_standfirst = makeField(tr("Standfirst"), m_facts.standfirst, 3));
    caption(tr("Theme of the chart"));
    auto* themes = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    for (const bool dark : {false, true}) {
        Button* button = themeButton(dark ? tr("Dark") : tr("Light"), dark);
        group->addButton(button);
        themes->addWidget(button);
    }
    column->addLayout(themes);
    caption(tr("Alt text, saved inside the picture"));
    m_altText = new QPlainTextEdit(m_preview->description(), side);
    m_altText->setReadOnly(true);
    m_altText->setAccessibleName(tr("Alt text"));
    m_altText->setTabChangesFocus(true);
    m_altText->setFont(kpwatch::font(12));
    column->addWidget(m_altText, 1);
    column->addSpacing(10);
    auto* always = new TextLabel(12, 400, Ink::Text3, side);
    always->setWordWrap(true);
    always->setText(tr("Always on the chart: source line, gaps in the record, legend, time zones. They cannot be "
                       "switched off."));
    column->addWidget(always);
    m_outcome = new TextLabel(12, 600, Ink::Text, side);
    m_outcome->setWordWrap(true);
    column->addWidget(m_outcome);
    auto* buttons = new QHBoxLayout;
    auto* copy = new Button(tr("Copy image"), ButtonKind::Plain, side);
    auto* close = new Button(tr("Close"), ButtonKind::Plain, side);
    auto* saveButton = new Button(tr("Save…"), ButtonKind::Primary, side);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(saveButton);
    column->addLayout(buttons);
    connect(copy, &QAbstractButton::clicked, this, &ExportDialog::copyImage);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QAbstractButton::clicked, this, &ExportDialog::askWhere);
    return side;
}

void ExportDialog::follow() {
    m_facts.headline = m_headline->toPlainText().simplified();
    m_facts.standfirst = m_standfirst->toPlainText().simplified();
    m_preview->setFacts(m_facts);
    m_altText->setPlainText(m_preview->description());
}

QString ExportDialog::suggestedFileName() const {
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(m_facts.asOf.time_since_epoch().count(), Qt::UTC);
    return QStringLiteral("kpwatch-%1Z.png").arg(utc.toString(QStringLiteral("yyyyMMdd-HHmm")));
}

void ExportDialog::askWhere() {
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the chart"), pictures.filePath(suggestedFileName()), tr("PNG picture (*.png)"));
    if (!file.isEmpty())
        save(file);
}

bool ExportDialog::save(const QString& file) {
    QSaveFile out(file);
    const bool opened = out.open(QIODevice::WriteOnly);
    QImageWriter writer(&out, "png");
    const bool saved = opened && writer.write(m_preview->image()) && out.commit();
    m_outcome->setInk(saved ? Ink::Text : Ink::Down);
    m_outcome->setText(saved ? tr("Saved: %1").arg(QDir::toNativeSeparators(file))
                             : tr("%1 could not be written: %2. Choose another place.")
                                   .arg(QDir::toNativeSeparators(file), opened && out.error() == QFileDevice::NoError
                                                                            ? writer.errorString()
                                                                            : out.errorString()));
    return saved;
}

void ExportDialog::copyImage() {
    auto* copied = new QMimeData; // the clipboard takes it over
    copied->setImageData(m_preview->image());
    copied->setText(m_preview->description());
    QGuiApplication::clipboard()->setMimeData(copied);
    m_outcome->setInk(Ink::Text);
    m_outcome->setText(tr("The picture and its alt text are on the clipboard."));
}

} // namespace kpwatch
