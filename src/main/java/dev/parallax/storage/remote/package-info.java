/**
 * Hadoop's file systems, such as HDFS and S3, as Java's own: a path there is read and written as
 * one of this machine. The one room that knows Hadoop. May import nothing of ours.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.storage.remote;
