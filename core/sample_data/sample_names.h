// Who the n-th person and the n-th organisation of a sample is: all combinations of the words come up before one is used twice.
#pragma once

#include "sample_data/sample_words.h"

namespace kontor::sample_data {

struct Person {
    QString name;
    QString given;
    QString family;
    QString mailbox; // the part of an e-mail address before the @, different for each person
    bool isWoman = false;
};

struct Organisation {
    QString name;
    QString domain;
};

Person personName(const Words &words, quint32 seed, int number);
Organisation organisationName(const Words &words, quint32 seed, int number);

} // namespace kontor::sample_data
