#ifndef ISOSCOPE_JOB_INPUT_H
#define ISOSCOPE_JOB_INPUT_H

#include "job.h"

/*
 * Takes over `bytes` for the command's standard input and writes what fits; `request` is answered when all is
 * written. Refused at once while an earlier input is still waiting, or when there is no input to write to.
 */
void job_input(struct job *job, struct buffer *bytes, long long request, struct channel *channel);

/* Ends the command's input: closes the pipe, or types Ctrl-D at the terminal. */
void job_input_end(struct job *job, long long request, struct channel *channel);

/* The input can take more. */
void job_on_writable(struct job *job, struct channel *channel);

#endif
